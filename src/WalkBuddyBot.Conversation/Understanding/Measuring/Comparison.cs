using System.Collections.Immutable;
using System.Text.Json;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>Compares what an example gives with the line that <c>understand</c> prints for it.</summary>
internal static class Comparison
{
    public static ImmutableArray<SlotResult> Of(Example example, JsonElement printed)
    {
        var results = ImmutableArray.CreateBuilder<SlotResult>();
        var slots = printed.GetProperty("slots");
        foreach (var (name, expected) in example.Slots ?? ImmutableSortedDictionary<string, JsonElement>.Empty)
        {
            results.Add(Result(name, isSlot: true, expected, slots));
        }

        if (example.Slots is { IsEmpty: true })
        {
            results.AddRange(slots.EnumerateObject().Select(odd =>
                new SlotResult(odd.Name, true, Expected: null, odd.Value.GetRawText(), Right: false)));
        }

        results.AddRange(example.Signals.Select(signal => Result(signal.Key, isSlot: false, signal.Value, printed)));
        return results.ToImmutable();
    }

    private static SlotResult Result(string name, bool isSlot, JsonElement expected, JsonElement printed)
    {
        var there = printed.TryGetProperty(name, out var got) && got.ValueKind != JsonValueKind.Null;
        var right = expected.ValueKind == JsonValueKind.Null ? !there : there && JsonElement.DeepEquals(expected, got);
        var wanted = expected.ValueKind == JsonValueKind.Null ? null : expected.GetRawText();
        return new(name, isSlot, wanted, there ? got.GetRawText() : null, right);
    }
}
