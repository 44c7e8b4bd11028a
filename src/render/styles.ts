import { noChange } from 'lit';
import {
  Directive,
  type DirectiveResult,
  directive,
  type ElementPart,
  type PartInfo,
  PartType,
} from 'lit/directive.js';

type StyleValues = Readonly<Record<string, string>>;

class StylesDirective extends Directive {
  #before: StyleValues = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('styles() stands in the tag itself');
  }

  render(_values: StyleValues): symbol {
    return noChange;
  }

  override update(part: ElementPart, [values]: [StyleValues]): symbol {
    const { style } = part.element as HTMLElement;
    for (const name of Object.keys(this.#before)) if (!(name in values)) style.removeProperty(name);
    for (const [name, value] of Object.entries(values))
      if (value !== this.#before[name]) style.setProperty(name, value);
    this.#before = values;
    return noChange;
  }
}

/**
 * CSS properties of an element, by their CSS names: `<div ${styles({ height: '3px' })}>`. Set through the object
 * model from the first render on; Lit's styleMap writes a style attribute first, which a strict CSP refuses.
 */
export const styles: (values: StyleValues) => DirectiveResult = directive(StylesDirective);
