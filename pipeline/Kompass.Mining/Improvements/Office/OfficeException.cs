namespace Kompass.Mining.Improvements.Office;

/// <summary>A file is not the office document that was expected. The message is Swedish, for evaluators see it, and names neither file nor folder: whoever opened the file puts that in front.</summary>
internal sealed class OfficeException(string message, Exception? inner = null)
    : Exception(message, inner);
