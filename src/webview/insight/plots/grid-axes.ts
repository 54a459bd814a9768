import { axisX, axisY, gridX, gridY, type Markish } from "@observablehq/plot";

/** The lines and labels of a grid: columns are named above it, from bottom to top, rows at its left. */
export function gridAxes(rowLabels: ReadonlyMap<string, string>, columnLabels: ReadonlyMap<string, string>): Markish[] {
  const nameBy = (labels: ReadonlyMap<string, string>) => (key: string) => labels.get(key) ?? key;
  return [
    gridX(),
    gridY(),
    axisX({ anchor: "top", tickSize: 0, tickRotate: -90, tickFormat: nameBy(columnLabels) }),
    axisY({ tickSize: 0, tickFormat: nameBy(rowLabels) }),
  ];
}
