using System.Runtime.InteropServices;
using System.Text.Json;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Encoding;

/// <summary>
/// A sentence with the ids and the vector that the package's own runtime gave it (npm @energetic-ai/embeddings 0.2.0 on its WebAssembly
/// backend, with its own tokenizer). No vector where that runtime gives none (no text) or looks at more than we do.
/// </summary>
internal sealed record GoldenLine(string Text, int[] Ids, float[] Vector)
{
    public static IReadOnlyList<GoldenLine> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Conversation", "Understanding", "Encoding", "golden.tsv"))
            .Where(line => line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(parts => new GoldenLine(
                JsonSerializer.Deserialize<string>(parts[0])!,
                [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)],
                [.. MemoryMarshal.Cast<byte, Half>(Convert.FromBase64String(parts[2])).ToArray().Select(half => (float)half)])),
    ];
}
