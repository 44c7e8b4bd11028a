import { describe, expect, it } from 'vitest';
import { optionTexts } from '../../src/elements/option-texts';
import { zhCNOptions } from '../../src/locales/zh-cn-options';
import { formats } from '../../src/util/format';

const english = formats('en', null);
const chinese = formats('zh-CN', null);

describe('the options of a definition', () => {
  it('leave out what was left open, and round what is long', () => {
    const options = {
      bins: 5,
      breaks: { r: null, f: [1, 2], m: null },
      weights: [1 / 3, 2 / 3],
      rules: null,
    };
    expect(optionTexts(options, {}, english)).toEqual(['bins 5', 'breaks f 1, 2', 'weights 0.3333, 0.6667']);
    expect(optionTexts({ breaks: { r: null }, search: '', k: undefined }, {}, english)).toEqual([]);
  });

  it('are said in Chinese, by name and value', () => {
    const options = { potential: 'expected', horizon: 365, split: 'mean', period: 'month' };
    expect(optionTexts(options, zhCNOptions, chinese)).toEqual([
      '潜在价值的算法 预期购买（MBG/NBD 与 Gamma-Gamma）',
      '预测天数 365',
      '高低分界 均值',
      '周期 月',
    ]);
  });

  it('show a value that a page or its data named as it is', () => {
    const options = { of: 'region', split: 'pareto:0.8', potential: 'column:Plan', constructor: 'x' };
    expect(optionTexts(options, zhCNOptions, chinese)).toEqual([
      '排名对象 region',
      '高低分界 pareto:0.8',
      '潜在价值的算法 column:Plan',
      'constructor x',
    ]);
  });
});
