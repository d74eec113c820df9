namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Puts the shards together again. Each holds four mebibytes, the last one the rest.</summary>
internal static class Shards
{
    private const int ShardSize = 4 * 1024 * 1024;

    /// <summary>The bytes of all shards; a missing, short or long one is named.</summary>
    public static byte[] Read(string folder, IReadOnlyList<string> names, int total)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(total);
        var start = 0;
        foreach (var name in names)
        {
            var path = Path.Combine(folder, name);
            var expected = Math.Min(ShardSize, total - start);
            var found = EncoderFile.Length(path);
            if (found != expected)
            {
                throw new EncoderException(path, $"has {found} bytes instead of {expected}");
            }

            using var file = File.OpenRead(path);
            file.ReadExactly(bytes, start, expected);
            start += expected;
        }

        return start == total ? bytes : throw new EncoderException(Path.Combine(folder, "model.json"), $"lists too few weight files for {total} bytes");
    }
}
