import './define/source';
import './define/scatter';
import './define/quadrant';
import './define/pareto';
import './define/cohorts';
import './define/kpis';
import './define/customers';
import './define/import';
