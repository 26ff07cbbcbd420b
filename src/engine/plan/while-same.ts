/** Makes something anew only when it is asked for with other objects than last time. */
export function whileSame<Given extends readonly unknown[], Made>(make: (...given: Given) => Made): (...given: Given) => Made {
  let before: { readonly given: Given; readonly made: Made } | undefined;
  return (...given) => {
    const same = before?.given.every((one, at) => one === given[at]) ?? false;
    if (!before || !same) before = { given, made: make(...given) };
    return before.made;
  };
}
