// `hearth dump`: what a store has, in lines that a person can read and `diff` can compare.
#pragma once

#include <functional>
#include <string>

#include "store/store.h"

namespace hearth {

using DumpSink = std::function<bool(std::string_view)>;  // false: nobody reads any further

// Every row of the casebook, load by load.
Result<void> dump_casebook(Store& store, const DumpSink& sink);

// The rows of one segment as CSV, once it was held against its checksum.
Result<void> dump_segment(Store& store, const std::string& name, const DumpSink& sink);

}  // namespace hearth
