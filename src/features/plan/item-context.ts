import { createContext, use } from "react";

/** Id of the row that the address names. */
export const ItemContext = createContext<string | undefined>(undefined);

/** The row to mark, if the address names one. */
export const useItem = (): string | undefined => use(ItemContext);
