import type { ClassId } from "../../taxonomy/scheme";

/** Words that say what kind of body a name is of, folded as `foldWord` gives them, by the class of such a body. */
const HEADS: Readonly<Record<ClassId, string>> = {
  "actor.agency":
    "administration agency army assembly authority board bureau cabinet command commission committee council court " +
    "department diet directorate force forces guard inspectorate legislature ministere ministerio ministero " +
    "ministerium ministry navy office parliament police secretariat senate service services taskforce treasury tribunal",
  "actor.company":
    "ab ag airlines airways bank biologics biopharma biosciences biotech broadcasting bv co company corp corporation " +
    "diagnostics enterprises gazette genomics gmbh herald holding holdings inc incorporated industries kk limited llc " +
    "llp ltd motors nv oy pharma pharmaceutical pharmaceuticals plc press pty pvt records sarl spa studios systems " +
    "technologies telecom therapeutics times tribune ventures",
  "actor.research":
    "academia academy center centre centro clinic college consortium faculty hochschule hospital hospitals infirmary " +
    "institut institute institutes institution instituto istituto laboratories laboratory observatory polytechnic " +
    "school universidad universidade universita universitat universite university",
  "actor.civil-society":
    "action alianza alliance alliances association assoziation asociacion associacao bloc bloque brigade brigades " +
    "brotherhood bund campaign caucus centrum charity church club coalicion coalition confederation congregation " +
    "congress daughters democrats federacion federation fellowship forum foundation friends frente front front fund fundacion group " +
    "guild initiative league lega liberals liga ligue lobby movement mouvement movimento movimiento network " +
    "organisation organization partei parti partia partido partij partis partito parties party platform " +
    "rally sons socialists societe society sociedad syndicate trust unia union unione unions",
  "actor.intergovernmental": "commonwealth",
  "actor.state": "caliphate duchy emirate empire kingdom principality republic sultanate",
  "infrastructure.data": "biobank biorepository cohort databank database registry repository",
  "infrastructure.compute": "cloud supercomputer",
};

/** By folded word, the class of a body whose name it heads. */
export const HEAD_CLASSES: ReadonlyMap<string, ClassId> = new Map(
  Object.entries(HEADS).flatMap(([classId, words]) => words.split(" ").map((word) => [word, classId] as const)),
);

/** Heads that mean a body or a collection in lower case too: "the national data trust (NDT)". */
export const PLAIN_HEADS: ReadonlySet<string> = new Set(
  (
    "agency alliance association authority bank biobank board bureau centre coalition cohort commission committee company " +
    "consortium corporation council database department federation foundation fund hospital institute laboratory league ministry " +
    "parliament party registry repository society trust university"
  ).split(" "),
);

/** Legal forms of companies: they end a name and settle its class. */
export const COMPANY_SUFFIXES: ReadonlySet<string> = new Set(
  "ab ag bv co corp gmbh inc incorporated kk limited llc llp ltd nv oy plc pty pvt sarl spa".split(" "),
);

/**
 * Heads that stand first in names of Romance languages: "Parti socialiste", "Instituto Butantan". Only words that English
 * does not use as a verb or an adjective.
 */
export const LEADING_HEADS: ReadonlySet<string> = new Set(
  (
    "academia alianza alleanza asociacion associacao bloque centro coalicion federacion frente fundacion institut " +
    "instituto istituto lega liga ligue ministere ministerio ministero mouvement movimento movimiento partei parti " +
    "partia partido partij partito sociedad societe unia union unione universidad universidade universita universite"
  ).split(" "),
);

/** What followers of a party or a creed are called; in the plural and with a capital, the party itself. */
export const GROUP_WORDS: ReadonlySet<string> = new Set(
  (
    "bolsheviks communists conservatives democrats fascists greens labor labour liberals maoists mensheviks nationalists progressives radicals reformists " +
    "republicans socialists trotskyists unionists"
  ).split(" "),
);

/** Words that head names of things that do not act: texts, events, places, illnesses, offices, honours. */
export const NON_ACTOR_HEADS: ReadonlySet<string> = new Set(
  (
    "accord accords act agreement airport amendment annex appendix article avenue award awards battle bay bill boulevard " +
    "bridge building cancer castle cathedral century chair chairman chairperson championship chapter charter chart city " +
    "code compact conference constitution convention county crisis crusade cup day decade declaration decision decree " +
    "desert directive director disease disorder district domain doctrine east election elections era euro euros " +
    "exhibition expo fair festival fever figure forest framework games garden gardens goal goals governor guidance " +
    "guideline guidelines hall highway hill hills honours house hurricane index island islands jr journal lake law laws lecture " +
    "list magazine manifesto manual map mayor medal member members memorandum memorial minister model month mountain " +
    "mountains museum north ocean officer olympics operation order ordinance palace park pass peace peninsula period phase plan " +
    "plans plaza policy port premier president primary prime principle principles prize process product programme " +
    "program project protocol protocols province question railway reaction referendum region registration regulation regulations " +
    "report representative resolution resolutions review revolution river road roadmap rule rules scale scheme " +
    "sea season secretary section senator session south speaker sr square stadium standard standards state states " +
    "station statute strait strategy street study summit survey syndrome system table territory test theatre theorem theory " +
    "tower town treaty vaccine valley version village virus war ward wars week west world year zone"
  ).split(" "),
);

/** Words with a capital that name neither a body nor a person: creeds, peoples, the net, the sky, notions of law. */
export const NEVER_ALONE: ReadonlySet<string> = new Set(
  (
    "ad aids anglican antarctic antarctica arctic atlantic baptist bc bible black brexit buddhist caribbean catholic " +
    "catholics christian christianity christians christmas cold communism communist confucian congressional covid " +
    "crown democracy democrat democratic dollar dr earth easter ebola eurasian euro god government great hindu hindus " +
    "holocaust internet islam islamic islamist jew jewish jews judaism koran latin latino marxism marxist " +
    "hurricane mediterranean methodist sars miss mr mrs ms muslim muslims nazi nazis olympic orthodox pacific pentecostal plus " +
    "protestant protestants quran ramadan renaissance republican roman semitic senior shia sikh sikhs sir sunni " +
    "talmud torah un web white wikipedia zika zionism zionist"
  ).split(" "),
);

/** Short forms of medicine, technology and measure that no body bears. */
export const COMMON_ACRONYMS: ReadonlySet<string> = new Set(
  (
    "ad ads aids ai aka am amr api apis ar art asap atp bc bce bmi bp bsl ca caad cad cbrn cctv cd cdna ce cgm cns copd " +
    "covid cpu cpus crispr csv ct cv cvd dna dns dpia dr dvd ecg eeg ehr ehrs elisa emr er est etl evd faq fdi gdp gis gmo gmp " +
    "gmt gni gnp gpu gpus gps gwas hba hcv hdi hepb hepc hiv hpc hpv hr html http https ia ibd icd icu id ids ihr ii iii " +
    "ip iot ipr iprs iq iso it ith iv ivf ix json kg kpi kpis ldl llm llms mers mhz ml mmr moa mou mous mp mps mri mrna " +
    "mta ncd ncds ngo ngos ngs nlp no npi npis ntd ntds ocr oda ok os pcr pdf ph phd pm ppe ppi ppp ppps pr prep " +
    "qa qr ram rct rcts rd rdf rna rsv sa sars sdg sdgs sms snp snps sop sops sql sti stis std stds tb tre tres trips " +
    "tv ui uhc uk un url us usa usb usd utc ux vi vii viii vip vpn vs wash wgs xi xii xiii xiv xml xv xx"
  ).split(" "),
);

/** Titles before a person's name; they stay outside the name. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    "admiral ambassador archbishop attorney ayatollah baron baroness bishop brigadier captain cardinal chairman " +
    "chancellor chief colonel commander commissioner congressman congresswoman count countess councillor dame deacon dr duke emir " +
    "emperor empress general governor imam judge justice king lady lieutenant lord madam madame major marshal mayor " +
    "minister miss mp mr mrs ms mx pastor pope premier president prince princess prof professor queen rabbi rep " +
    "representative reverend saint secretary sen senator sergeant sheikh sir speaker sultan taoiseach tsar"
  ).split(" "),
);

/** What persons and bodies do and things do not, and words that refer to a person: the subject of one of these is an actor. */
export const ACTORS_VERBS: ReadonlySet<string> = new Set(
  (
    "abstained accused agreed announced appointed approved argued argues asked believed campaigned claimed condemned contested " +
    "criticised criticized decided declared defeated denied died disbanded endorsed explained founded governed graduated " +
    "herself himself insisted joined lobbied lost married merged narrowly negotiated nominated opposed proposed ran refused rejected " +
    "replied resigned retired returned said says sought stated studied supported testified thinks told urged voted vowed warned " +
    "whom withdrew won writes wrote"
  ).split(" "),
);

/** Participles with "was" before or "by" behind them that take an actor: "Nkosi was elected", "led by Nkosi". */
export const PERSONAL_PARTICIPLES: ReadonlySet<string> = new Set(
  (
    "accused agreed announced appointed argued arrested born chaired claimed co decided defeated educated elected endorsed founded headed " +
    "killed led married named nominated pledged promised raised reelected said sentenced signed stated succeeded sworn told " +
    "urged written wrote"
  ).split(" "),
);

/** Prepositions before a place. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(
  "across around at in inside into near off outside throughout toward towards via within".split(" "),
);

/** Owners whose possessive stands inside a name: "People's Party", "Workers' Union". */
export const OWNERS_IN_NAMES: ReadonlySet<string> = new Set(
  (
    "children citizen citizens consumers doctors farmer farmers governors king lawyers men ministers mothers nurses " +
    "parents patients peasants people peoples physicians players queen scientists soldiers student students teachers " +
    "veterans woman women worker workers writers youth"
  ).split(" "),
);
