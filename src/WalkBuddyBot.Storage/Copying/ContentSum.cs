using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WalkBuddyBot.Storage.Copying;

/// <summary>Adds up what a table holds.</summary>
internal sealed class ContentSum
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _rows;

    public void Add(object?[] row)
    {
        _rows++;
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        foreach (var value in row)
        {
            switch (value)
            {
                case null:
                    Add('n', []);
                    break;
                case long number:
                    BinaryPrimitives.WriteInt64BigEndian(bytes, number);
                    Add('i', bytes);
                    break;
                case string text:
                    Add('t', Encoding.UTF8.GetBytes(text));
                    break;
                case byte[] blob:
                    Add('b', blob);
                    break;
                default:
                    throw new ArgumentException($"A column has no value of the type {value.GetType().Name}.", nameof(row));
            }
        }
    }

    public Content End()
    {
        using (_hash)
        {
            return new(_rows, Convert.ToHexStringLower(_hash.GetHashAndReset()));
        }
    }

    // With its kind and its length before it, so that no two rows run into the same bytes.
    private void Add(char kind, ReadOnlySpan<byte> value)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], value.Length);
        _hash.AppendData(head);
        _hash.AppendData(value);
    }
}
