import 'axe-core';
import type axe from 'axe-core';
import { expect } from 'chai';

/** Fails with what axe finds on `element`, its shadow root included. */
export async function expectAccessible(element: Element): Promise<void> {
  // A script of the old kind: it leaves itself on the window.
  const { axe: checker } = window as unknown as { axe: typeof axe };
  const { violations } = await checker.run(element, {
    // A part of a page, not a page; and what WCAG 2.2 says of targets, which axe leaves out unless asked.
    rules: { region: { enabled: false }, 'target-size': { enabled: true } },
  });
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
  );
  expect(found.join('\n')).to.equal('');
}
