namespace WalkBuddyBot.Conversation.Understanding.Classifying.Files;

/// <summary>A classifier on disk, with what it learnt from.</summary>
internal static class ModelFile
{
    /// <summary>The version of the format that this program writes, and the only one it reads.</summary>
    public const int Version = 1;

    private static readonly SealedFile Seal = new("WALKMODL", Version);

    /// <summary>Writes a model; a reader never sees half of it.</summary>
    public static void Write(string path, ClassifierModel model, string inputs) => Seal.Write(path, writer =>
    {
        writer.Write(inputs);
        ModelWriter.Write(writer, model);
    });

    /// <summary>Reads a model, and what it learnt from.</summary>
    /// <exception cref="ModelException">The file is not there, is something else, is of another version, or is damaged.</exception>
    public static (ClassifierModel Model, string Inputs) Read(string path)
    {
        var (inputs, model) = Seal.Read(path, reader => (reader.ReadString(), ModelReader.Read(reader)));
        return model is null
            ? throw new ModelException($"{path} knows other labels than this program. Run \"content train\" to write a new one.")
            : (model, inputs);
    }
}
