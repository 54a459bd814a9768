/**
 * Nouns and adjectives of public life that names are made of. After "and" or "for" they carry a name on ("Institute of Standards
 * and Technology"), where any other word may begin the next name ("Ministry of Health and Merck").
 */
export const FIELD_WORDS: ReadonlySet<string> = new Set(
  (
    "accountability advanced affairs affordability ageing agricultural agriculture aid allied animal applied arts " +
    "assessment assurance bioengineering bioethics bioimaging biologicals biologics biology biomedical biosecurity " +
    "biotechnology budget business care cell chemical chemistry child children civil climate clinical commerce " +
    "communicable communication communications community competition competitiveness compliance conservation " +
    "constitutional consumer control cooperation coordination cosmetic cosmetics crime criminal culture cyber " +
    "cybersecurity defence defense dental development devices digestive digital disability disarmament disaster " +
    "disease diseases drug drugs ecology economic economics economy education emergencies emergency employment energy " +
    "engineering enterprise environment environmental epidemic epidemiological epidemiology equality equity ethics " +
    "evaluation evolutionary excellence expenditure exports families family finance financial fisheries food foods " +
    "foreign forensic forestry freedom gender genetic genetics genomic genomics governance hazardous health " +
    "healthcare higher home housing human humanitarian humanities hygiene immigration immunisation immunity " +
    "immunization immunology implementation industrial industry infection infectious informatics information " +
    "infrastructure innovation innovations inspection insurance integrative intellectual intelligence internal " +
    "international interoperability investment justice kidney labor labour law learning life livestock logistics " +
    "machinery management materials maternal mathematics medicaid medical medicare medicine medicines mental " +
    "metabolic metrics microbiology migration modernisation modernization molecular monitoring mortality " +
    "musculoskeletal national natural neurosciences nuclear nursing nutrition oncology operations parasitology " +
    "pathogen pharmaceutical pharmaceuticals pharmacy physics planning policy population portability poverty " +
    "preparedness prevention procurement production products professional programmes promotion property protection " +
    "public quality radiological readiness reconciliation reconstruction recovery reform registration regulation " +
    "regulations regulatory rehabilitation renewal reproductive research resilience resources response rights rural " +
    "safety sanitation science sciences scientific secure securities security senior services sexual skills skin " +
    "social solidarity sport sports standardisation standardization standards statistics strategy stroke substances " +
    "supplies supply support surveillance sustainability sustainable system systems technological technologies " +
    "technology telecommunications therapeutics tourism toxicology trade training translational transparency " +
    "transplantation transport treatment tropical urban use vaccination vaccine vaccines veterans veterinary virology " +
    "water welfare wellbeing wellness women work youth"
  ).split(" "),
);

/** Words that are no part of a name even where a title or the start of a sentence gives them a capital. */
export const NEVER_IN_NAMES: ReadonlySet<string> = new Set(
  (
    "a about above according across after against all along also although among an and another any around as at based because " +
    "before behind being below beneath beside besides between beyond both but by certain current despite do does during each " +
    "either even every except existing few finally first following for former from further furthermore given had has have he hence " +
    "here how however i if in including incoming into is it its itself just last late later least like many may meanwhile more " +
    "moreover most must my near neither never next no nor not now of off on once one only onto or other our out over own per " +
    "previous proposed rather recent recently regarding same second several shall she should similarly since so some still such " +
    "than that the their then there therefore these they third this those though through throughout thus to today together too " +
    "toward towards two under unless unlike until up upon using various via was we were what when where whereas whether which " +
    "while who whom whose why will with within without would yet you your " +
    "monday tuesday wednesday thursday friday saturday sunday " +
    "january february march april june july august september october november december"
  ).split(" "),
);

/** Particles inside names of persons and of bodies with Romance names: "Instituto de Salud", "Ursula von der Leyen". */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  "al bin da de del dello della der des di do dos du el en et für ibn la les og te ten und van von y zu zur".split(" "),
);

/** Nouns that mark a body, a place or a thing, so that no surname stands where one of them does. */
export const NO_SURNAMES: ReadonlySet<string> = new Set(
  (
    "academy act administration africa agency airport alliance ambassador america analyst api arena article asia " +
    "assembly association authority avenue award bank basin bay beach biobank board bowl bridge broadcasting building " +
    "bureau business campus canada capital captain castle cathedral cell center centre chair chairman chairperson " +
    "chamber championship charity chief church city clinic club coach coast code cohort college commission " +
    "commissioner committee community compact company conference congress congressman consortium convention corporation " +
    "correspondent council country county court covid cup day declaration department desert directive director district " +
    "division doctor drive east elementary europe excellency fellowship festival finance forest formation forum " +
    "foundation framework fund gallery garden gardens general genome genomics government governor graduate group " +
    "guard guidelines hall health heights herald high highness hills hospital hotel house hub independence index " +
    "infirmary initiative innovation institute institution international island islands journal junction laboratories " +
    "laboratory lake lane law league lecture legislature library limited lodge lord madam majesty manor map medal " +
    "medical medicine memorial minister ministry model mosque mountain mountains mr museum national network news " +
    "north office open orchestra park parliament partners party pass pavilion peninsula pharma place plan plant plaza " +
    "point police policy port post power prefecture premiership president press prime prison prize professor program " +
    "programme project protocol province quarter railway ranch ranges region registry report republic research resort " +
    "review river road room royal san school schools science sciences sea secretary section securities senate senator " +
    "series service services show society solutions south southern speaker springs square stadium state states " +
    "station strait street studio studios study sub suite summit survey symphony system systems team tech " +
    "technologies technology temple terrace test theatre theorem theory times tower town township trail treaty " +
    "tribune trust union united universities university valley venture ventures village ward water way week west " +
    "western women world zone"
  ).split(" "),
);

/** Words before a given name with which it is a place: "San Diego", "Port Louis". */
export const PLACE_LEADS: ReadonlySet<string> = new Set(
  "cape east fort lake mount new north port saint san santa santo sao south st west".split(" "),
);
