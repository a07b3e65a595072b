// SPDX-License-Identifier: MIT
/** Papers that a methods paragraph may cite, by key; docs/methods.md says what is taken from each. */

export const references = {
  harville:
    'Harville DA. Maximum likelihood approaches to variance component estimation and to related problems. ' +
    'J Am Stat Assoc 1977;72:320\u2013338.',
  kenward_roger:
    'Kenward MG, Roger JH. Small sample inference for fixed effects from restricted maximum likelihood. ' +
    'Biometrics 1997;53:983\u2013997.',
  satterthwaite:
    'Satterthwaite FE. An approximate distribution of estimates of variance components. ' +
    'Biometrics Bull 1946;2:110\u2013114.',
  schluchter_elashoff:
    'Schluchter MD, Elashoff JT. Small-sample adjustments to tests with unbalanced repeated measures assuming several ' +
    'covariance structures. J Stat Comput Simul 1990;37:69\u201387.',
  liang_zeger:
    'Liang KY, Zeger SL. Longitudinal data analysis using generalized linear models. Biometrika 1986;73:13\u201322.',
  bell_mccaffrey:
    'Bell RM, McCaffrey DF. Bias reduction in standard errors for linear regression with multi-stage samples. ' +
    'Surv Methodol 2002;28:169\u2013181.',
  mancl_derouen:
    'Mancl LA, DeRouen TA. A covariance estimator for GEE with improved small-sample properties. ' +
    'Biometrics 2001;57:126\u2013134.',
  holm: 'Holm S. A simple sequentially rejective multiple test procedure. Scand J Stat 1979;6:65\u201370.',
  hochberg:
    'Hochberg Y. A sharper Bonferroni procedure for multiple tests of significance. Biometrika 1988;75:800\u2013802.',
  dunnett:
    'Hothorn T, Bretz F, Westfall P. Simultaneous inference in general parametric models. Biom J 2008;50:346\u2013363.',
  westfall_krishen:
    'Westfall PH, Krishen A. Optimally weighted, fixed sequence and gatekeeper multiple testing procedures. ' +
    'J Stat Plan Inference 2001;99:25\u201340.',
  jacobson_truax:
    'Jacobson NS, Truax P. Clinical significance: a statistical approach to defining meaningful change in ' +
    'psychotherapy research. J Consult Clin Psychol 1991;59:12\u201319.',
  miettinen_nurminen: 'Miettinen O, Nurminen M. Comparative analysis of two rates. Stat Med 1985;4:213\u2013226.',
  newcombe:
    'Newcombe RG. Interval estimation for the difference between independent proportions: comparison of eleven ' +
    'methods. Stat Med 1998;17:873\u2013890.',
  agresti_min:
    'Agresti A, Min Y. On small-sample confidence intervals for parameters in discrete distributions. ' +
    'Biometrics 2001;57:963\u2013971.',
  koopman:
    'Koopman PAR. Confidence intervals for the ratio of two binomial proportions. Biometrics 1984;40:513\u2013517.',
  james:
    'James KE, Bloch DA, Lee KK, Kraemer HC, Fuller RK. An index for assessing blindness in a multi-centre clinical ' +
    'trial: disulfiram for alcohol cessation \u2014 a VA cooperative study. Stat Med 1996;15:1421\u20131434.',
  bang: 'Bang H, Ni L, Davis CE. Assessment of blinding in clinical trials. Control Clin Trials 2004;25:143\u2013156.',
  yang_dalton:
    'Yang D, Dalton JE. A unified approach to measuring the effect size between two groups using SAS. ' +
    'SAS Global Forum 2012, paper 335.',
} as const;

export type ReferenceKey = keyof typeof references;
