// A list that keeps its first few items inside itself, and asks for memory only beyond them.
//
// Most values over time change a few times or never, and judging one family makes thousands of
// them. Items are plain data; N of them fit inside.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>

namespace hearth {

template <typename T, std::size_t N>
class ShortList {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignof(std::max_align_t));

 public:
  ShortList() = default;
  ~ShortList() { release(); }
  ShortList(const ShortList& other) { copy(other); }
  ShortList(ShortList&& other) noexcept { steal(other); }
  ShortList& operator=(const ShortList& other) {
    if (this != &other) {
      release();
      copy(other);
    }
    return *this;
  }
  ShortList& operator=(ShortList&& other) noexcept {
    if (this != &other) {
      release();
      steal(other);
    }
    return *this;
  }

  std::span<const T> items() const { return {items_, size_}; }
  std::span<T> items() { return {items_, size_}; }
  bool empty() const { return size_ == 0; }
  const T& back() const { return items_[size_ - 1]; }
  void pop_back() { --size_; }
  void push_back(T item) {  // a copy: it may be one of ours
    if (size_ == capacity_) grow(std::max<std::uint32_t>(16, 2 * capacity_));
    items_[size_++] = item;
  }
  void reserve(std::size_t items) {
    if (items > capacity_) grow(static_cast<std::uint32_t>(items));
  }

  bool operator==(const ShortList& other) const {
    return std::ranges::equal(items(), other.items());
  }

 private:
  T* inside() { return reinterpret_cast<T*>(inside_); }
  bool is_outside() const { return capacity_ > N; }

  void grow(std::uint32_t capacity) {
    auto* larger = static_cast<T*>(::operator new(capacity * sizeof(T)));
    std::memcpy(static_cast<void*>(larger), items_, size_ * sizeof(T));
    release();
    items_ = larger;
    capacity_ = capacity;
  }
  void release() {
    if (is_outside()) ::operator delete(items_);
  }
// What lies in `inside_` beyond the items was never written, and is copied unread.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
  // Both only into a list that holds no memory.
  void copy(const ShortList& other) {
    size_ = 0;
    items_ = inside();
    capacity_ = N;
    if (other.is_outside()) {
      reserve(other.size_);
      std::memcpy(static_cast<void*>(items_), other.items_, other.size_ * sizeof(T));
    } else {
      std::memcpy(inside_, other.inside_, sizeof inside_);  // whole: quicker than to ask how much
    }
    size_ = other.size_;
  }
  void steal(ShortList& other) {
    size_ = std::exchange(other.size_, 0);
    capacity_ = std::exchange(other.capacity_, N);
    if (is_outside()) {
      items_ = std::exchange(other.items_, other.inside());
    } else {
      items_ = inside();
      std::memcpy(inside_, other.inside_, sizeof inside_);
    }
  }
#pragma GCC diagnostic pop

  T* items_ = inside();  // where they are: in `inside_`, or in memory of their own
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = N;
  alignas(T) std::byte inside_[N * sizeof(T)];
};

}  // namespace hearth
