import assert from "node:assert/strict";
import { countByFacet, countsLine } from "../../../../../src/extension/presentation/entities/facet-counts";

describe("countByFacet", () => {
  it("counts mentions by facet and writes them in the order of the facets", () => {
    const classes = ["sovereignty.flow", "actor.state", "actor.person", "infrastructure.ai"];
    const counts = countByFacet(classes.map((id) => ({ class: id })));
    assert.deepEqual(counts, { actor: 2, infrastructure: 1, sovereignty: 1 });
    assert.equal(countsLine(counts), "2 · 1 · 1");
  });

  it("counts nothing as nothing", () => {
    assert.equal(countsLine(countByFacet([])), "0 · 0 · 0");
  });
});
