/** "1 State · 2 Company": which digit stands for what, counted from `first`. Lines break between entries only. */
export function legendLine(labels: readonly string[], first = 1): string {
  return labels.map((label, i) => `${first + i} ${label}`.replaceAll(" ", "\u00a0")).join(" · ");
}

/** Labels cut to their first word where that tells them apart: "Law" for "Law and governance". */
export function shortLabels(labels: readonly string[]): string[] {
  const firstWord = (label: string) => label.split(" ", 1)[0]!;
  return labels.map((label) => {
    const isAlone = labels.filter((other) => firstWord(other) === firstWord(label)).length === 1;
    return isAlone ? firstWord(label) : label;
  });
}
