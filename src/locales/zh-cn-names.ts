import type { CommonWords, Words } from './words';

// Names that stand in sentences of rules and errors too.

export const zhCNSegments: Words['segments'] = {
  champions: '冠军客户',
  loyal: '忠诚客户',
  'potential-loyalist': '潜在忠诚客户',
  new: '新客户',
  promising: '有潜力客户',
  'need-attention': '需关注客户',
  'about-to-sleep': '即将沉睡客户',
  'cant-lose': '不可流失客户',
  'at-risk': '流失风险客户',
  hibernating: '沉睡客户',
  lost: '已流失客户',
  others: '其他客户',
  'important-value': '重要价值客户',
  'important-develop': '重要发展客户',
  'important-keep': '重要保持客户',
  'important-retain': '重要挽留客户',
  'general-value': '一般价值客户',
  'general-develop': '一般发展客户',
  'general-keep': '一般保持客户',
  'general-retain': '一般挽留客户',
  'high-value': '高价值客户',
  'important-general': '重要一般客户',
  general: '一般客户',
  'no-value': '低价值客户',
};

export const zhCNTiers: Words['tiers'] = { platinum: '白金', gold: '黄金', iron: '铁质', lead: '铅质' };

export const zhCNParts: CommonWords['parts'] = {
  customer: '客户',
  date: '日期',
  amount: '金额',
  order: '订单',
  profit: '利润',
  dimensions: '维度',
};
