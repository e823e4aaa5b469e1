// `hearth dump`: what a store has, in lines that a person can read and `diff` can compare.
#pragma once

#include <functional>
#include <string>

#include "store/store.h"

namespace hearth {

using DumpSink = std::function<bool(std::string_view)>;  // false: nobody reads any further

// Every row of the casebook, load by load.
Result<void> dump_casebook(Store& store, const DumpSink& sink);

// The segment of this name, and its rows as CSV, once it was held against its checksum.
Result<SegmentEntry> segment_named(Store& store, const std::string& name);
Result<void> dump_segment(const Store& store, const SegmentEntry& segment, const DumpSink& sink);

}  // namespace hearth
