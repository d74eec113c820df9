using System.Security.Cryptography;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Files;

/// <summary>
/// A model on disk: eight letters that name the format, its version, what it learnt from, the model, and a sum over all of it.
/// </summary>
internal static class ModelFile
{
    /// <summary>The version of the format that this program writes, and the only one it reads.</summary>
    public const int Version = 1;

    private const string Again = "Run \"content train\" to write a new one.";

    private static ReadOnlySpan<byte> Name => "WALKMODL"u8;

    /// <summary>Writes a model; a reader never sees half of it.</summary>
    public static void Write(string path, ClassifierModel model, string inputs)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Name);
            writer.Write(Version);
            writer.Write(inputs);
            ModelWriter.Write(writer, model);
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

    /// <summary>Reads a model, and what it learnt from.</summary>
    /// <exception cref="ModelException">The file is not there, is something else, is of another version, or is damaged.</exception>
    public static (ClassifierModel Model, string Inputs) Read(string path)
    {
        var bytes = Bytes(path);
        if (bytes.Length < Name.Length + sizeof(int) + SHA256.HashSizeInBytes || !bytes.AsSpan().StartsWith(Name))
        {
            throw new ModelException($"{path} is not a model of this program. {Again}");
        }

        var version = BitConverter.ToInt32(bytes, Name.Length);
        if (version != Version)
        {
            throw new ModelException($"{path} is a model of version {version}; this program reads version {Version}. {Again}");
        }

        var sum = bytes.AsSpan(bytes.Length - SHA256.HashSizeInBytes);
        if (!SHA256.HashData(bytes.AsSpan(0, bytes.Length - sum.Length)).AsSpan().SequenceEqual(sum))
        {
            throw new ModelException($"{path} is damaged. {Again}");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, Name.Length + sizeof(int), bytes.Length - Name.Length - sizeof(int)));
        var inputs = reader.ReadString();
        return ModelReader.Read(reader) is { } model
            ? (model, inputs) : throw new ModelException($"{path} knows other labels than this program. {Again}");
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
