'use client';

import {
  createElement,
  type ForwardRefExoticComponent,
  forwardRef,
  useCallback,
  useLayoutEffect,
  useRef,
} from 'react';
import { define } from '../util/define';

/** As much of a Lit element's class as says which of its properties are attributes. */
interface ElementClass extends CustomElementConstructor {
  readonly observedAttributes: readonly string[];
  readonly elementProperties: ReadonlyMap<
    PropertyKey,
    { attribute?: boolean | string; state?: boolean; type?: unknown }
  >;
}

type Props = Record<string, unknown>;

/** On a server nothing is registered, and there is no layout to have effects. */
const inPage = typeof document !== 'undefined';
const useEffectInPage: typeof useLayoutEffect = inPage ? useLayoutEffect : () => undefined;

/**
 * A React component of the last of `elements`, which are registered at its first render. Texts and numbers become
 * attributes, so that a server renders them too; everything else is set as a property; `events` are listened to.
 */
export function component(
  elements: readonly (readonly [tag: string, elementClass: ElementClass])[],
  events: Readonly<Record<string, string>>,
): ForwardRefExoticComponent<Props> {
  const [tag, elementClass] = elements.at(-1)!;
  const wrapper = forwardRef<HTMLElement, Props>((props, outer) => {
    if (inPage) for (const [name, one] of elements) define(name, one);
    const inner = useRef<HTMLElement>(null);
    const given = useRef<Props>({});
    const { attributes, properties, handlers } = sorted(props, elementClass, events);
    useEffectInPage(() => {
      // What was given before and is now left out is no longer meant; what has become an attribute is said by that.
      const left = Object.keys(given.current).filter((name) => !(name in props));
      give(inner.current, { ...Object.fromEntries(left.map((name) => [name, undefined])), ...properties });
      given.current = properties;
    });
    useEffectInPage(() => listen(inner.current, handlers));
    const ref = useCallback(
      (element: HTMLElement | null): void => {
        inner.current = element;
        if (typeof outer === 'function') outer(element);
        else if (outer) outer.current = element;
      },
      [outer],
    );
    return createElement(tag, { ...attributes, ref });
  });
  wrapper.displayName = elementClass.name;
  return wrapper;
}

/** Which of the props are attributes, properties and handlers of events. */
function sorted(
  props: Props,
  elementClass: ElementClass,
  events: Readonly<Record<string, string>>,
): { attributes: Props; properties: Props; handlers: Props } {
  // Asking for the attributes makes Lit gather what its parents declare.
  void elementClass.observedAttributes;
  const [attributes, properties, handlers]: [Props, Props, Props] = [{}, {}, {}];
  for (const [name, value] of Object.entries(props)) {
    const declared = elementClass.elementProperties.get(name);
    const event = events[name];
    if (event) handlers[event] = value;
    else if (name === 'className') attributes.class = value;
    else if (!declared || declared.state) attributes[name] = value;
    else if (declared.attribute === false || isObject(value)) properties[name] = value;
    // Left out rather than false: React 18 would write "false", which is there and so true.
    else
      attributes[attributeOf(name, declared.attribute)] = value === false ? undefined : (value ?? undefined);
  }
  return { attributes, properties, handlers };
}

function attributeOf(name: string, attribute: boolean | string | undefined): string {
  return typeof attribute === 'string' ? attribute : name.toLowerCase();
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function give(element: HTMLElement | null, properties: Props): void {
  if (element) Object.assign(element, properties);
}

function listen(element: HTMLElement | null, handlers: Props): (() => void) | undefined {
  if (!element) return undefined;
  const heard = Object.entries(handlers).filter(
    (entry): entry is [string, EventListener] => typeof entry[1] === 'function',
  );
  for (const [event, handler] of heard) element.addEventListener(event, handler);
  return () => {
    for (const [event, handler] of heard) element.removeEventListener(event, handler);
  };
}
