import { beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from '../../src/locales/en';
import { zhCN } from '../../src/locales/zh-CN';
import { english } from '../support/english';

describe('languages', () => {
  let locales: typeof import('../../src/locales/registry');

  beforeEach(async () => {
    vi.resetModules();
    locales = await import('../../src/locales/registry');
  });

  it('speaks English where it knows nothing else', () => {
    expect(locales.wordsFor('en-GB').tiers).toEqual(en.tiers);
    expect(locales.wordsFor('tlh').tiers).toEqual(en.tiers);
    expect(locales.wordsComing('tlh')).toBeNull();
  });

  it.each(['zh-CN', 'zh', 'zh_Hans_CN'])(
    'fetches Chinese when %s is first spoken, and says when it has come',
    async (tag) => {
      const told = vi.fn();
      locales.onLocaleRegistered(told);
      expect(locales.wordsFor(tag).tiers).toEqual(en.tiers);
      await locales.wordsComing(tag);
      expect(locales.wordsFor(tag).tiers).toEqual(zhCN.tiers);
      expect(locales.wordsComing(tag)).toBeNull();
      expect(told).toHaveBeenCalledOnce();
    },
  );

  it("keeps a host's own words for Chinese, given before or after it has come", async () => {
    locales.registerLocale('zh-CN', { tiers: { gold: '黄金会员' } });
    await locales.wordsComing('zh-CN');
    locales.registerLocale('zh-CN', { tiers: { lead: '其他' } });
    expect(locales.wordsFor('zh-CN').tiers).toEqual({ ...zhCN.tiers, gold: '黄金会员', lead: '其他' });
  });

  it('adds what one element says when it comes, below what a host has said of it', () => {
    locales.registerLocale('fr', { dashboard: { file: 'tableau' } });
    expect(locales.wordsFor('fr').dashboard).toEqual({ file: 'tableau' });
    locales.bringEnglish({ dashboard: english.dashboard });
    expect(locales.wordsFor('fr').dashboard).toEqual({ ...english.dashboard, file: 'tableau' });
    expect(locales.wordsFor('en').dashboard).toEqual(english.dashboard);
    expect(locales.wordsFor('en')).toBe(locales.wordsFor('en-GB'));
  });

  it('says in English what a language of the host leaves out', () => {
    locales.registerLocale('fr', { tiers: { gold: 'Or' } });
    expect(locales.wordsFor('fr-CA').tiers).toEqual({ ...en.tiers, gold: 'Or' });
    expect(locales.wordsFor('fr').segments).toEqual(en.segments);
  });
});
