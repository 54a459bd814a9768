import { l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from "vscode";
import { FACET_LABELS, FACETS, facetOf } from "../../../core";
import { classIcon, FACET_ICONS } from "../../presentation/marks/class-icons";
import type { ConcordanceSubject } from "../../presentation/concordance/concordance-subject";
import { searchEntities } from "../../presentation/entities/entity-search";
import { TimeSlices } from "../../services/scan/time-slices";
import type { Services } from "../../services/services";
import { answerOf } from "../answer-of";

const MOST_FOUND = 50;

interface SubjectItem extends QuickPickItem {
  readonly subject?: ConcordanceSubject;
}

/** How often each entity and class is mentioned in the corpus. */
interface Counts {
  readonly entities: ReadonlyMap<string, number>;
  readonly classes: ReadonlyMap<string, number>;
}

/** Lets the user choose an entity, a class or words; undefined where they choose nothing. */
export async function pickSubject(services: Services): Promise<ConcordanceSubject | undefined> {
  const picker = window.createQuickPick<SubjectItem>();
  picker.title = l10n.t("Concordance of…");
  picker.placeholder = l10n.t("An entity, a class, or any words; an asterisk stands for more letters");
  picker.matchOnDescription = true;
  let counts: Counts | undefined;
  const list = () => (picker.items = itemsFor(picker.value, services, counts));
  list();
  picker.busy = true;
  void countMentions(services).then((counted) => {
    counts = counted;
    picker.busy = false;
    list();
  });
  picker.onDidChangeValue(list);
  return answerOf(picker, ([item]) => item?.subject);
}

async function countMentions({ corpus }: Services): Promise<Counts> {
  const entities = new Map<string, number>();
  const classes = new Map<string, number>();
  const slices = new TimeSlices();
  for (const { mentions } of corpus.documents()) {
    for (const { entity, class: classId } of mentions) {
      classes.set(classId, (classes.get(classId) ?? 0) + 1);
      if (entity !== undefined) entities.set(entity, (entities.get(entity) ?? 0) + 1);
    }
    await slices.breathe();
  }
  return { entities, classes };
}

function itemsFor(value: string, services: Services, counts: Counts | undefined): SubjectItem[] {
  const words = value.trim();
  const entities = entityItems(words, services, counts);
  return [
    ...(words === "" ? [] : [wordsItem(words)]),
    ...(entities.length === 0 ? [] : [{ label: l10n.t("Entities"), kind: QuickPickItemKind.Separator }, ...entities]),
    { label: l10n.t("Classes"), kind: QuickPickItemKind.Separator },
    ...classItems(services, counts),
  ];
}

function wordsItem(words: string): SubjectItem {
  return {
    label: l10n.t("Words “{0}”", words),
    iconPath: new ThemeIcon("search"),
    alwaysShow: true,
    subject: { kind: "words", words, label: `“${words}”` },
  };
}

/** The entities whose names hold the words; those most mentioned where there are no words yet. */
function entityItems(words: string, { taxonomy }: Services, counts: Counts | undefined): SubjectItem[] {
  const known = taxonomy.current?.entities;
  if (known === undefined) return [];
  const found =
    words === ""
      ? [...(counts?.entities ?? [])]
          .sort(([, a], [, b]) => b - a)
          .slice(0, MOST_FOUND)
          .flatMap(([id]) => known.get(id) ?? [])
      : searchEntities(known.values(), words, MOST_FOUND).map(({ entity }) => entity);
  return found.map((entity) => ({
    label: entity.label,
    description: [taxonomy.classLabel(entity.class), ...countNote(counts, counts?.entities.get(entity.id))].join(" · "),
    iconPath: new ThemeIcon(classIcon(entity.class)),
    alwaysShow: true,
    subject: { kind: "entity", entity: entity.id, label: entity.label },
  }));
}

function classItems({ taxonomy }: Services, counts: Counts | undefined): SubjectItem[] {
  const classes = [...(taxonomy.current?.classes.values() ?? [])];
  return FACETS.flatMap((facet) => {
    const own = classes.filter(({ id }) => facetOf(id) === facet);
    const sum = own.reduce((total, { id }) => total + (counts?.classes.get(id) ?? 0), 0);
    return [
      classItem(facet, FACET_LABELS[facet], FACET_ICONS[facet], countNote(counts, sum)),
      ...own.map(({ id, label }) =>
        classItem(id, label, classIcon(id), [FACET_LABELS[facet], ...countNote(counts, counts?.classes.get(id))]),
      ),
    ];
  });
}

function classItem(id: string, label: string, icon: string, notes: readonly string[]): SubjectItem {
  return {
    label,
    description: notes.join(" · "),
    iconPath: new ThemeIcon(icon),
    subject: { kind: "class", class: id, label },
  };
}

function countNote(counts: Counts | undefined, count = 0): string[] {
  return counts === undefined ? [] : [count.toString()];
}
