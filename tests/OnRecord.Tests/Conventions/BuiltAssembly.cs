using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace OnRecord.Tests.Conventions;

/// <summary>Reads out of a built assembly which type uses which: base types, signatures, constraints, attributes and bodies.</summary>
internal static class BuiltAssembly
{
    private static readonly Dictionary<int, OpCode> OpCodeByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xFFFF);

    public static IReadOnlySet<TypeUse> Uses(Assembly assembly)
    {
        using var file = File.OpenRead(assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var uses = new HashSet<TypeUse>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            var collector = new TypeCollector(metadata, assembly.GetName().Name!);
            collector.Add(type.BaseType);
            foreach (var implemented in type.GetInterfaceImplementations()) collector.Add(metadata.GetInterfaceImplementation(implemented).Interface);
            foreach (var parameter in type.GetGenericParameters()) Constraints(parameter);
            foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition)) field.DecodeSignature(collector, null);
            foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
            {
                method.DecodeSignature(collector, null);
                foreach (var parameter in method.GetGenericParameters()) Constraints(parameter);
                if (method.RelativeVirtualAddress != 0) Body(image.GetMethodBody(method.RelativeVirtualAddress), collector);
            }
            foreach (var attribute in type.GetCustomAttributes()) collector.Add(metadata.GetCustomAttribute(attribute).Constructor);
            var (_, space, name) = TypeCollector.Outermost(metadata, handle, "");
            foreach (var (toAssembly, toSpace, toName) in collector.Found) uses.Add(new(space, name, toAssembly, toSpace, toName));

            void Constraints(GenericParameterHandle parameter)
            {
                foreach (var constraint in metadata.GetGenericParameter(parameter).GetConstraints()) collector.Add(metadata.GetGenericParameterConstraint(constraint).Type);
            }
        }
        return uses;
    }

    private static void Body(MethodBodyBlock body, TypeCollector collector)
    {
        collector.AddLocals(body.LocalSignature);
        foreach (var region in body.ExceptionRegions) collector.Add(region.CatchType);
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            if (value == 0xFE) value = 0xFE00 | code.ReadByte();
            switch (OpCodeByValue[value].OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    collector.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var branches = code.ReadInt32();
                    code.Offset += 4 * branches;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }
    }
}
