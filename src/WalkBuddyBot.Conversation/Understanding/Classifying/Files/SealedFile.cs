using System.Security.Cryptography;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Files;

/// <summary>
/// What was learnt, on disk: eight letters that name what it is, the version of its form, the thing itself, and a sum over all of it.
/// </summary>
/// <param name="Name">Eight letters.</param>
/// <param name="Version">The version of the form that this program writes, and the only one it reads.</param>
internal sealed record SealedFile(string Name, int Version)
{
    private const string Again = "Run \"content train\" to write a new one.";

    private byte[] Letters { get; } = System.Text.Encoding.ASCII.GetBytes(Name);

    /// <summary>Writes it; a reader never sees half of it.</summary>
    public void Write(string path, Action<BinaryWriter> put)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Letters);
            writer.Write(Version);
            put(writer);
        }

        var bytes = memory.ToArray();
        var half = path + ".new";
        using (var file = File.Create(half))
        {
            file.Write(bytes);
            file.Write(SHA256.HashData(bytes));
        }

        File.Move(half, path, overwrite: true);
    }

    /// <summary>Reads it, once its sum was found right.</summary>
    /// <exception cref="ModelException">The file is not there, is something else, is of another version, or is damaged.</exception>
    public T Read<T>(string path, Func<BinaryReader, T> take)
    {
        var bytes = Bytes(path);
        var start = Letters.Length + sizeof(int);
        if (bytes.Length < start + SHA256.HashSizeInBytes || !bytes.AsSpan().StartsWith(Letters))
        {
            throw new ModelException($"{path} is not a model of this program. {Again}");
        }

        var version = BitConverter.ToInt32(bytes, Letters.Length);
        if (version != Version)
        {
            throw new ModelException($"{path} is a model of version {version}; this program reads version {Version}. {Again}");
        }

        var end = bytes.Length - SHA256.HashSizeInBytes;
        if (!SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end)))
        {
            throw new ModelException($"{path} is damaged. {Again}");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, start, end - start));
        return take(reader);
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{path} cannot be read: {wrong.Message} {Again}", wrong);
        }
    }
}
