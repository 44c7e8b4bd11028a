/** The words an attribute can be, where its type names them, or its sentence for a type by another name; else null. */
export function choicesOf({ type, description }) {
  const text = type?.text ?? '';
  const named = /\['|\[number\]/.test(text) ? [description ?? '', /`([\w-]+)`/g] : [text, /'([^']*)'/g];
  const choices = [...named[0].matchAll(named[1])].map(([, word]) => word);
  return choices.length > 1 && !/string|\bnumber\b(?!\])/.test(text) ? choices : null;
}
