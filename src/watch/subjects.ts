/** What a watch can listen to: see `Watches.about`. */
export const modelSubject = (id: string) => `model:${id}`;
export const labSubject = (id: string) => `lab:${id}`;
export const familySubject = (id: string) => `family:${id}`;
