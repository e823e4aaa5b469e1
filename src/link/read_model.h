// A model from its TOML file, and back: one readable text that can be kept, compared and used
// again.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "link/model.h"

namespace hearth::link {

struct ReadModel {
  std::optional<Model> model;  // none if anything is wrong
  Diagnostics diagnostics;
};

ReadModel read_model(const Source& source);

// read_model of it gives the same model.
std::string model_text(const Model& model);

}  // namespace hearth::link
