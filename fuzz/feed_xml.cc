// Any bytes as a children in need file: scanned, cut, parsed and read as every table of a feed.
// What it says is checked against itself: every row read was given or rejected, and a file with a
// fault is never read.
#include <cassert>
#include <cstdint>
#include <string_view>

#include "intake/read_feed.h"
#include "intake/read_xml_rows.h"
#include "intake/sample_catalogue.h"

namespace {

const hearth::Feed& feed() {
  static const auto kReading = hearth::read_feed_file(
      HEARTH_SOURCE_DIR "/feeds/children-in-need.toml", hearth::sample_catalogue());
  return *kReading->feed;
}

// The bytes, in steps of an uneven size, once.
hearth::NextBytes bytes_of(std::string_view text) {
  return [text]() mutable -> hearth::Result<std::string_view> {
    const auto step = text.substr(0, 61);
    text.remove_prefix(step.size());
    return step;
  };
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto& form = feed().forms.back();
  const auto header =
      hearth::read_xml_header(bytes_of(text), form, {form.load.year, form.load.reference_date});
  if (!header || header->fault) return 0;
  for (const auto& table : form.tables) {
    hearth::FileFaults faults("input.xml");
    std::int64_t given = 0;
    const hearth::XmlTable one[] = {{&table, &faults}};
    const auto read = hearth::read_xml_rows(bytes_of(text), form, one,
                                            [&](std::size_t, const hearth::FeedRow& row) {
                                              ++given;
                                              assert(row.cells.size() == table.columns.size());
                                            });
    assert(read && read->front().rows == given + read->front().rejected);
    faults.take();
  }
  return 0;
}
