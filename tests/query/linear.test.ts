import fc from "fast-check";
import { expect, it } from "vitest";
import { build } from "../../src/query/build/query.ts";
import { NO_FACTS } from "../../src/query/facts.ts";
import { languageOf } from "../../src/query/language.ts";
import { lex } from "../../src/query/lex.ts";
import { MAX_LENGTH } from "../../src/query/normalise.ts";
import { Query } from "../../src/query/query.ts";
import { RECOGNISERS } from "../../src/query/recognisers/order.ts";
import { rewrite } from "../../src/query/recognisers/recogniser.ts";
import { createScene } from "../../src/query/scene.ts";
import { tokenise } from "../../src/query/tokens.ts";
import { read } from "./helper.ts";
import { finder } from "./names/fixture.ts";

const SEED = 20261123;
process.stdout.write(`linear: seed ${SEED}\n`);

const PIECES = [
  ..."cheapest 128k vision model ,gpt-4o ,under $5 ,not openai ; input ,may 2025 ,500 calls a day ,than o3 ".split(","),
  ..."70% cached ,max pro ,and ,( ,{ ,~3 ,$ ,1:2 ,to ,no ,x ,".split(",").filter((piece) => piece !== ""),
  ..."最便宜的、,2024年5月 ,每百万3块 ,不要豆包 ,两万次 ,低于,比,一百二十八万,除了,千问,的".split(","),
];

/** How often any stage looks at a token, a name or an item. */
function stepsOf(text: string): Record<string, number> {
  const steps: Record<string, number> = {};
  let stage = "lex";
  const watched = <T>(list: readonly T[]): T[] =>
    new Proxy(list as T[], {
      get(target, key) {
        steps[stage] = (steps[stage] ?? 0) + 1;
        return Reflect.get(target, key);
      },
    });
  const context = { text, language: languageOf(text), today: "2026-07-02" };
  const mentions = finder.find(text, { models: [], families: [] });
  let items = lex(text, watched(tokenise(text)), watched(mentions));
  for (const recogniser of RECOGNISERS) {
    stage = recogniser.name;
    items = [...rewrite(watched(items), recogniser, context)];
  }
  stage = "build";
  build(createScene(watched(items), context, NO_FACTS));
  return steps;
}

const pieces = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));

it("four times the text is at most some five times the work, in every stage", () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom("", " gpt-4o"), (piece, end) => {
      const times = Math.max(1, Math.floor(MAX_LENGTH / 4 / piece.length));
      const [short, long] = [times, 4 * times].map((n) => stepsOf(piece.repeat(n) + end));
      for (const [stage, steps] of Object.entries(long ?? {}))
        expect(steps, stage).toBeLessThanOrEqual(5 * (short?.[stage] ?? 0) + 500);
    }),
    { seed: SEED, numRuns: 25 },
  );
});

it("a text as long as is read still has a well-formed reading", () => {
  fc.assert(
    fc.property(pieces, (piece) => {
      const query = read(piece.repeat(Math.ceil(MAX_LENGTH / piece.length)));
      expect(Query.parse(query)).toEqual(query);
    }),
    { seed: SEED, numRuns: 15 },
  );
});
