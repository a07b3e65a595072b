// SPDX-License-Identifier: MIT
// Random effects in units of their own: the fit does not depend on how the columns of Z were measured.
//
//   Z b = Z~ b~,  Z~ = Z T,  b = T b~,  G = T G~ T',
// with T upper triangular, so that the columns of Z~ are orthogonal and of mean square 1 over the rows. With days
// counted from 1900, or in seconds, the columns of Z are nearly parallel or of very different size; those of Z~ never
// are. docs/methods.md#effect-basis.
#pragma once

#include "base/eigen.h"

namespace fatigue {

struct EffectBasis {
  Matrix Z;          // n x q: Z~
  Matrix transform;  // q x q: T
  Index dependent;   // the first column of Z that is a combination of those before it; -1 if none is
};

/// Gram-Schmidt, twice, on the columns of Z (n x q). Equal rows of Z stay equal to the last bit.
EffectBasis MakeEffectBasis(const Matrix& Z);

}  // namespace fatigue
