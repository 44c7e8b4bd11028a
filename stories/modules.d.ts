declare module '*.css?inline' {
  const css: string;
  export default css;
}

declare module '*.json?raw' {
  const json: string;
  export default json;
}

declare module '*/demo/choices.js' {
  export function choicesOf(attribute: { type?: { text: string }; description?: string }): string[] | null;
}
