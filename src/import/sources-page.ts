import type { Source } from "../catalog/schema.ts";
import type { Curated } from "./curated.ts";

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice and
this permission notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED
"AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS
BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** `SOURCES.md`: each source with its licence notice and the day of its data. */
export function sourcesPage(sources: readonly Source[], curated: Curated): string {
  const rows = sources.map(({ name, url, licence, date }) => `| [${name}](${url}) | ${licence} | ${date} |`);
  const notices = curated.sources
    .filter(({ id, notice }) => notice && sources.some((source) => source.id === id))
    .map(({ name, notice }) => `- ${name}: ${notice}`);
  return [
    "# Where the prices come from",
    "",
    "Written by `npm run catalog:import`; do not edit. A price is as old as its source, and every answer says so.",
    "",
    "| source | licence | data as of |",
    "| --- | --- | --- |",
    ...rows,
    "",
    "## Licence notices",
    "",
    ...notices,
    "",
    "The MIT licence, for those that name it:",
    "",
    ...MIT.split("\n").map((line) => `> ${line}`),
    "",
    "Where no licence is stated, or one that does not cover data, only facts are kept: ids, dates and numbers.",
    "",
    "## Files",
    "",
    "- `curated/`: written by hand, laid over what the sources say.",
    "- `held.json`: figures that are not believed, with the reason; none of them is shown as a price.",
    "- `unplaced.json`: records that could not be read or placed, or were left out, with the reason.",
    "- `history/`: earlier prices, oldest first; `offers/` has only what is in force, and what is announced.",
    "- `checksums.json`: of the files that were checked when they were written. A file that has changed since is checked whole when it is loaded.",
    "",
  ].join("\n");
}
