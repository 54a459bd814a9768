/** Families of spellings that differ between British and American English, or by habit; the first is the key of the family. */
const FAMILIES = `
aging ageing
analyze analyse
analyzed analysed
analyzing analysing
analyzer analyser
behavior behaviour
behavioral behavioural
caliber calibre
catalog catalogue
catalyze catalyse
center centre
centers centres
centered centred
color colour
counseling counselling
defense defence
defenses defences
datacenter datacentre
datacenters datacentres
dialog dialogue
endeavor endeavour
enrollment enrolment
favor favour
fiber fibre
fulfill fulfil
fulfillment fulfilment
gray grey
harbor harbour
honor honour
judgment judgement
labeled labelled
labeling labelling
labor labour
leukemia leukaemia
license licence
licenses licences
licensed licenced
licensing licencing
liter litre
meter metre
modeled modelled
modeling modelling
neighbor neighbour
neighbors neighbours
neighboring neighbouring
offense offence
offenses offences
paralyze paralyse
practice practise
pretense pretence
program programme
programs programmes
rigor rigour
rumor rumour
skeptical sceptical
sulfur sulphur
theater theatre
traveler traveller
tumor tumour
tumors tumours
vigor vigour
anemia anaemia
hemoglobin haemoglobin
hemorrhagic haemorrhagic
gynecology gynaecology
pediatric paediatric
pediatrics paediatrics
orthopedic orthopaedic
anesthesia anaesthesia
anesthetic anaesthetic
estrogen oestrogen
diarrhea diarrhoea
fetus foetus
fetal foetal
maneuver manoeuvre
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

const FAMILY_OF_WORD = new Map(FAMILIES.flatMap((family) => family.map((word) => [word, family])));

/** Words in -ise that are not spelled with -ize anywhere. */
const ALWAYS_ISE = new Set(
  "advise arise comprise compromise concise demise devise disguise enterprise excise exercise expertise franchise improvise likewise merchandise noise otherwise paradise praise precise premise promise raise revise rise supervise surprise televise treatise wise".split(
    " ",
  ),
);

const LETTER_I = 0x69;
const LETTER_S = 0x73;
const LETTER_Z = 0x7a;

/** Tens of thousands of words are asked about, and few hold "is" or "iz" behind three letters. */
function mayHaveIse(word: string): boolean {
  for (let i = 3; i < word.length - 2; i++) {
    if (word.charCodeAt(i) !== LETTER_I) continue;
    const next = word.charCodeAt(i + 1);
    if (next === LETTER_S || next === LETTER_Z) return true;
  }
  return false;
}

const ISE = /^(\p{L}{3,}?)is(e|ed|er|ers|es|ing|ation|ations|ational)$/u;
const IZE = /^(\p{L}{3,}?)iz(e|ed|er|ers|es|ing|ation|ations|ational)$/u;

/** The spelling that stands for a word's whole family; a folded word, as all here. */
export function familyOf(word: string): string {
  return FAMILY_OF_WORD.get(word)?.[0] ?? (mayHaveIse(word) ? spellingsOf(word)[0]! : word);
}

/** All spellings of a folded word, itself included; the first is the same for the whole family. */
export function spellingsOf(word: string): readonly string[] {
  const family = FAMILY_OF_WORD.get(word);
  if (family !== undefined) return family;
  if (!mayHaveIse(word)) return [word];
  const [, stem, ending] = ISE.exec(word) ?? IZE.exec(word) ?? [];
  if (stem === undefined || ALWAYS_ISE.has(`${stem}ise`)) return [word];
  return [`${stem}iz${ending!}`, `${stem}is${ending!}`];
}
