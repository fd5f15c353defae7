/** Stands for the library's own sources, which `adaptivecards-templating` names in its types: see `paths` in tsconfig. */
export type CardSchema = unknown;
