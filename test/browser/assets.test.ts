import { expect } from 'chai';
import { shippedAssets } from '../../src/data/engine/assets';

describe('the shipped files', () => {
  it('lie where the modules look for them', async () => {
    const { wasm, worker, reader } = shippedAssets();
    const types = await Promise.all(
      [wasm, worker, reader].map(async (address) => {
        const response = await fetch(address, { method: 'HEAD' });
        return response.ok ? response.headers.get('content-type') : response.status;
      }),
    );
    expect(types[0]).to.equal('application/wasm');
    expect(types[1]).to.match(/javascript/);
    expect(types[2]).to.match(/javascript/);
  });
});
