using System.Security.Cryptography;
using System.Text;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>What was sensed in the last few messages. It keeps hashes, never words.</summary>
internal sealed class SensedBefore
{
    private readonly Kept?[] _kept = new Kept?[256];

    public Sensed? Of(string text, Func<string, Sensed?> sense)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        if (Volatile.Read(ref _kept[hash[0]]) is { } kept && kept.Hash.AsSpan().SequenceEqual(hash))
        {
            return kept.Sensed;
        }

        var sensed = sense(text);
        Volatile.Write(ref _kept[hash[0]], new Kept(hash, sensed));
        return sensed;
    }

    private sealed record Kept(byte[] Hash, Sensed? Sensed);
}
