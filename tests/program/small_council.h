// A plan of two criteria and a facts folder of two families, small enough to work out by hand.
#pragma once

#include <string>
#include <vector>

#include "program/run_program.h"

namespace hearth {

struct SmallCouncil {
  TemporaryFolder folder;
  std::string plan;
  std::string facts;

  SmallCouncil();

  // hearth COMMAND --plan … --facts … and more words
  Ran ask(const std::string& command, const std::vector<std::string>& more) const;
};

}  // namespace hearth
