import { describe, expect, it } from 'vitest';
import { ownTurn } from '../../src/util/own-turn';

describe('turns', () => {
  it('are one task each, in the order in which they were asked for', async () => {
    const heard: string[] = [];
    const turn = async (name: string): Promise<void> => {
      await ownTurn();
      heard.push(name);
      // What the task still has to do comes before the next turn.
      await Promise.resolve();
      heard.push(`${name} is over`);
    };
    await Promise.all(['first', 'second', 'third'].map(turn));
    expect(heard).toEqual(['first', 'first is over', 'second', 'second is over', 'third', 'third is over']);
  });
});
