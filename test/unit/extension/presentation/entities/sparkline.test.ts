import assert from "node:assert/strict";
import { barsBehind, sparkline } from "../../../../../src/extension/presentation/entities/sparkline";

describe("sparklines", () => {
  it("are as high as their counts, the highest whole", () => {
    assert.equal(sparkline([0, 7, 14]), "▁▅█");
    assert.equal(sparkline([0, 0]), "");
  });

  it("have fewer bars behind a long text, and none rather than ones that are cut off", () => {
    assert.equal(barsBehind("State 12"), 8);
    assert.equal(barsBehind("Data and samples 2817"), 5);
    assert.equal(barsBehind("Intergovernmental body 540"), 0);
    assert.equal(barsBehind("x".repeat(200)), 0);
  });
});
