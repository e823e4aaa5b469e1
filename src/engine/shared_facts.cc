#include "engine/shared_facts.h"

namespace hearth {

SharedFacts::SharedFacts(std::string folder, ReadOptions options)
    : folder_(std::move(folder)), options_(std::move(options)) {}

Result<std::shared_ptr<const ReadFacts>> SharedFacts::read_for(const Plan& plan,
                                                               const std::vector<bool>& wanted) {
  const auto& catalogue = plan.catalogue;
  const bool alike = read_ && wanted == options_.record_types &&
                     catalogue.record_types == catalogue_.record_types &&
                     catalogue.instruments == catalogue_.instruments;
  if (alike) return read_;
  read_ = nullptr;  // before the next is read: the two may be large
  options_.record_types = wanted;
  auto read = read_facts(folder_, catalogue, options_);
  if (!read) return std::unexpected(read.error());
  catalogue_ = catalogue;
  read_ = std::make_shared<const ReadFacts>(std::move(*read));
  return read_;
}

}  // namespace hearth
