// A plan's impact for a reader: totals, then the criteria for which anything changes, then the
// families, by id alone.
#pragma once

#include "base/result.h"
#include "engine/plan_impact.h"
#include "engine/row_writer.h"

namespace hearth {

struct ImpactPage {
  const Plan& older;
  const Plan& newer;
  Date on;
  Colour colour = Colour::Plain;
};

Result<void> write_impact(const ImpactPage& page, const PlanImpact& impact, const TextSink& sink);

}  // namespace hearth
