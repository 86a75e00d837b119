import type { Card, ChartElement, Element, FormElement, TableElement } from "../../adapters/feishu/card.ts";

type Part = Element | FormElement["elements"][number];

/** How a Feishu card looks, near enough to judge order, length and density; not how the client sets it. */
export const CARD_STYLE = `
  .card { width: 600px; border: 1px solid #dee0e3; border-radius: 8px; overflow: hidden; font: 14px/22px "Noto Sans CJK SC", "Noto Sans", sans-serif; color: #1f2329; }
  .card header { padding: 12px; font-size: 16px; font-weight: 600; }
  .card header.blue { background: #e1eaff; } .card header.grey { background: #eff0f1; }
  .card section { padding: 12px; display: flex; flex-direction: column; gap: 8px; }
  .card p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
  .card p.notation { font-size: 12px; line-height: 18px; } .card p.grey { color: #646a73; }
  .card .scroll { overflow-x: auto; } .card table { border-collapse: collapse; font-size: 13px; white-space: nowrap; }
  .card td, .card th { border: 1px solid #dee0e3; padding: 4px 8px; } .card th { background: #f5f6f7; }
  .card .row { display: flex; flex-wrap: wrap; gap: 4px; }
  .card button { border: 1px solid #d0d3d6; border-radius: 6px; background: #fff; padding: 2px 8px; font: inherit; font-size: 12px; }
  .card button.primary { background: #3370ff; color: #fff; } .card label { display: block; } .card input, .card select { width: 100%; box-sizing: border-box; padding: 4px; }
`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export function drawCard({ header, body }: Card): string {
  const title = `<header class="${header.template}">${escaped(header.title.content)}</header>`;
  return `<div class="card">${title}<section>${body.elements.map(drawn).join("")}</section></div>`;
}

function drawn(part: Part): string {
  switch (part.tag) {
    case "div": {
      const { content, text_size: size = "" } = part.text;
      const color = "text_color" in part.text ? part.text.text_color : "";
      return `<p class="${size} ${color ?? ""}">${escaped(content)}</p>`;
    }
    case "hr":
      return "<hr>";
    case "table":
      return table(part);
    case "chart":
      return chart(part);
    case "button":
      return `<button class="${part.type}">${escaped(part.text.content)}</button>`;
    case "column_set":
      return `<div class="row">${part.columns.flatMap(({ elements }) => elements.map(drawn)).join("")}</div>`;
    case "collapsible_panel":
      return `<details open><summary>${escaped(part.header.title.content)}</summary>${part.elements.map(drawn).join("")}</details>`;
    case "form":
      return part.elements.map(drawn).join("");
    case "input":
      return `<label>${escaped(part.label.content)}<input value="${escaped(part.default_value ?? "")}" placeholder="${escaped(part.placeholder?.content ?? "")}"></label>`;
    case "select_static":
    case "multi_select_static":
      return `<select>${part.options.map(({ text }) => `<option>${escaped(text.content)}</option>`).join("")}</select>`;
  }
}

function table({ columns, rows, page_size }: TableElement): string {
  const head = columns.map(({ display_name }) => `<th>${escaped(display_name)}</th>`).join("");
  const lines = rows.slice(0, page_size).map((row) => {
    const cells = columns.map(
      ({ name, horizontal_align: align }) => `<td align="${align}">${escaped(row[name] ?? "")}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  const pages = Math.ceil(rows.length / page_size);
  const more = pages > 1 ? `<p class="notation grey">stand-in: page 1 of ${pages}</p>` : "";
  return `<div class="scroll"><table><tr>${head}</tr>${lines.join("")}</table></div>${more}`;
}

/** VChart draws it there; here its figures as bars, marked as a stand-in. */
function chart({ chart_spec: spec }: ChartElement): string {
  const { title, data } = spec as {
    title: { text: string };
    data: { values: { name: string; price: number; of: string }[] };
  };
  const most = Math.max(...data.values.map(({ price }) => price), Number.MIN_VALUE);
  const bars = data.values.map(
    ({ name, price, of }) =>
      `<tr><td>${escaped(name)}</td><td>${escaped(of)}</td><td><div style="background:#3370ff;height:10px;width:${Math.round((price / most) * 240)}px"></div></td><td>${price}</td></tr>`,
  );
  return `<p class="notation grey">${escaped(title.text)} (stand-in for a VChart)</p><table>${bars.join("")}</table>`;
}
