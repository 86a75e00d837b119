import type { Reviews } from "../ports/review.ts";
import { addReport } from "./disk/desk.ts";

const FIGURE_MOST = 200;
const LINK_MOST = 500;

/** The review list in a data folder, for prices that people call wrong in a chat. A full list takes no more. */
export function createReviews(data: string): Reviews {
  return {
    async report({ model, provider, shown, figure, link, by, at }) {
      addReport(data, {
        ...{ model, provider, by, at: at.toISOString() },
        ...(shown && { shown }),
        ...(figure && { figure: figure.slice(0, FIGURE_MOST) }),
        ...(link && { link: link.slice(0, LINK_MOST) }),
      });
    },
  };
}
