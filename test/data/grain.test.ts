import { expect, it } from 'vitest';
import { openSource } from '../../src/core';

it('refuses a rollup, which would be misread as transactions', async () => {
  const rows = [{ customer: 'a', date: '2024-01-01', amount: 1 }];
  await expect(openSource(rows, {}, { grain: 'rollup' })).rejects.toMatchObject({
    code: 'invalid-option',
    message: 'grain is "rollup"; it must be one of rows.',
  });
});
