#include "author/workspace.h"

#include <algorithm>
#include <filesystem>

#include "author/document_path.h"

namespace hearth {

void Workspace::open(const std::string& path, OpenDocument document) {
  open_.insert_or_assign(path, std::move(document));
  changed(path);
}

void Workspace::close(const std::string& path) {
  open_.erase(path);
  readings_.erase(path);
  changed(path);
}

OpenDocument* Workspace::find(const std::string& path) {
  const auto found = open_.find(path);
  return found == open_.end() ? nullptr : &found->second;
}

void Workspace::changed(const std::string& path) {
  const auto rests_on = [&](const auto& entry) {
    const auto& asked = entry.second.documents.asked;
    return path.empty() || std::ranges::any_of(asked, [&](const std::string& one) {
             return one == path || place_of(one) == path;
           });
  };
  std::erase_if(readings_, rests_on);
}

const PlanReading& Workspace::reading(const std::string& path) {
  const auto found = readings_.find(path);
  if (found != readings_.end()) return found->second;
  auto made = read_plan(path, [this](const std::string& asked) { return read(asked); });
  return readings_.insert_or_assign(path, std::move(made)).first->second;
}

Result<std::string> Workspace::read_as_it_is(const std::string& path) const {
  const auto found = open_.find(path);
  return found == open_.end() ? disk_(path) : found->second.document.text();
}

Result<std::string> Workspace::read(const std::string& path) {
  shelved_.erase(path);
  auto text = read_as_it_is(path);
  if (text) return text;
  const auto name = std::filesystem::path(path).filename();
  for (const auto& shelf : shelves_) {
    const auto there = (std::filesystem::path(shelf) / name).lexically_normal().generic_string();
    auto shelved = read_as_it_is(there);
    if (!shelved) continue;
    shelved_[path] = there;
    return shelved;
  }
  return text;
}

std::string Workspace::place_of(const std::string& path) const {
  const auto found = shelved_.find(path);
  return found == shelved_.end() ? path : found->second;
}

std::string Workspace::address_of(const std::string& path) const {
  const auto place = place_of(path);
  const auto found = open_.find(place);
  return found == open_.end() ? address_of_path(place) : found->second.address;
}

}  // namespace hearth
