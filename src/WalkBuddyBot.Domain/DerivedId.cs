using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WalkBuddyBot.Domain;

/// <summary>
/// Ids that follow from what they name. The same message run twice (a retry, a restart in mid-turn) makes the same ids, so that
/// the second run finds the rows of the first instead of adding to them; and nothing in the rules needs a source of randomness.
/// </summary>
public static class DerivedId
{
    /// <summary>An id from SHA-256 over the parts, shaped as a version 8 UUID (RFC 9562 section 5.8).</summary>
    /// <param name="kind">What is named, such as <c>reply</c>; it keeps two kinds with the same parts apart.</param>
    /// <param name="parts">What makes it this one. Order matters; a part may hold any characters.</param>
    public static Guid From(string kind, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(kind);
        foreach (var part in parts)
        {
            // The length keeps ("ab","c") and ("a","bc") apart.
            text.Append('\n').Append(part.Length).Append(':').Append(part);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>A stable number below <paramref name="bound"/> from an id, for spreading and shuffling without randomness.</summary>
    /// <param name="id">The id.</param>
    /// <param name="bound">Exclusive upper bound, above 0.</param>
    public static int Spread(Guid id, int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return (int)(BinaryPrimitives.ReadUInt32LittleEndian(bytes) % (uint)bound);
    }
}
